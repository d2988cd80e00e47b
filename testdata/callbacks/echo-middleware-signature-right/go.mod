module kunstkort.example/web

go 1.25.0

require github.com/labstack/echo/v4 v4.13.4

replace github.com/labstack/echo/v4 => ../stubs/echo
