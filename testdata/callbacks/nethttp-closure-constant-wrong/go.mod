module sjokolade.example/kiosk

go 1.25.0
