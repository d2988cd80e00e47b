module fjellsport.example/nettbutikk

go 1.25.0
