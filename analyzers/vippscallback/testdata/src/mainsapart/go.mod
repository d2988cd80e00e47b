module mainsapart

go 1.25.0
