module handler/badserve

go 1.25.0
