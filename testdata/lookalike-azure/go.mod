module havnedata.example/kai

go 1.25.0
