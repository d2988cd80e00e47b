module pizzabakeren-vest.example/bestill

go 1.25.0
