module felles.example/vippskit

go 1.25.0
