module kaffebrenneriet-nord.example/butikk

go 1.25.0
