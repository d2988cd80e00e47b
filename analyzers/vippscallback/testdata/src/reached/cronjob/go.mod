module shop.example/cronjob

go 1.25.0
