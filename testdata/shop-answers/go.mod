module havnelager.example/lager

go 1.25.0
