module postkort.example/sky

go 1.25.0

require github.com/aws/aws-lambda-go v1.49.0

replace github.com/aws/aws-lambda-go => ../stubs/lambda
