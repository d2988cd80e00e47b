module garnbua.example/nettbutikk

go 1.25.0
