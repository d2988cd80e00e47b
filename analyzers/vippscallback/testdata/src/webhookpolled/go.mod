module shop.example/webhookpolled

go 1.25.0
