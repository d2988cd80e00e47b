module blomsterhuset.example/bud

go 1.25.0
