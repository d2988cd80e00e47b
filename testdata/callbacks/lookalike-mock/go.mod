module testlab.example/vippsmock

go 1.25.0

require github.com/gin-gonic/gin v1.10.1

replace github.com/gin-gonic/gin => ../stubs/gin
