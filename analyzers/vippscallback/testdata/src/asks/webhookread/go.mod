module shop.example/asks-webhookread

go 1.25.0
