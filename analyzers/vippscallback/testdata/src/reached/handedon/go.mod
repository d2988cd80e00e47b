module shop.example/handedon

go 1.25.0
