module fjordbilletter.no/kasse

go 1.25.0
