module gavekort.example/tjeneste

go 1.25.0

require github.com/gofiber/fiber/v2 v2.52.9

replace github.com/gofiber/fiber/v2 => ../stubs/fiber
