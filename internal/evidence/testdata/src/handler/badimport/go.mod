module handler/badimport

go 1.25.0
