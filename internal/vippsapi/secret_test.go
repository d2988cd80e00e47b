package vippsapi

import "testing"

func TestPlaceholder(t *testing.T) {
	for _, text := range []string{
		"", "   ", "hunter2", "secret", "my-secret-token", "testSecret2024", "client_secret", "VIPPS_CLIENT_SECRET", "<client secret>",
		"your-client-secret", "YOUR_KEY_HERE", "xxxxxxxxxxxxxxxx", "****************", "changeme", "change-me-please-7f3a", "TODO: fill in 9c1b",
		"${VIPPS_SECRET}", "{{client_secret}}", "dummy-9a8b7c6d5e", "REDACTED", "00000000-0000-0000-0000-000000000000", "12345678-1234-1234-1234-123456789012",
		"abcdefgh12345", "Y8Kteew6GE3ZmeycEt6egg==", "0f14ebcab0eb4b29ae0cb90d91b4a84a", "hemmelig-nøkkel-til-butikken", "eyJ0eXAiOiJKV1Qi...", "super secret callback token",
	} {
		if !Placeholder(text) {
			t.Errorf("%q is taken for a secret", text)
		}
	}
	for _, text := range []string{
		"kT7mQ2vX9bL4nR8sW1zP5cJ6", "d41d8cd98f00b204e9800998ecf8427e", "9f1c7a52-3b0e-4c6d-8a17-2e5b9d40c8f3", "pQ3+7vZk/1mNs8XwR2tYbA==",
		"eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzaG9wIn0.c2lnbmF0dXJl", "tok_9fK2mQ7xL1", "D41D8CD98F00B204E9800998ECF8427E",
	} {
		if Placeholder(text) {
			t.Errorf("%q is taken for no secret", text)
		}
	}
}

func TestSecretNames(t *testing.T) {
	headers := map[string]SecretKind{
		"client_secret": ClientSecret, "Client_secret": ClientSecret, "ocp-apim-subscription-key": SubscriptionKey, "authorization": BearerToken,
		"client_id": NoSecret, "Merchant-Serial-Number": NoSecret, "Idempotency-Key": NoSecret,
	}
	for name, want := range headers {
		if got := SecretHeader(name); got != want {
			t.Errorf("header %s: %v, want %v", name, got, want)
		}
	}
	names := map[string]SecretKind{
		"ClientSecret": ClientSecret, "client_secret": ClientSecret, "APISubscriptionKey": SubscriptionKey, "clientID": NoSecret, "msn": NoSecret, "testMode": NoSecret,
	}
	for name, want := range names {
		if got := LibrarySecret(name); got != want {
			t.Errorf("name %s: %v, want %v", name, got, want)
		}
	}
	for _, id := range []string{"POST /accesstoken/get", "POST /access-management-1.0/access/oauth2/token"} {
		if op := OperationByID(id); op == nil || !op.GivesToken() {
			t.Errorf("%s gives no token", id)
		}
	}
	// The specification names what is a secret; each of those has a kind of ours.
	for _, op := range Operations() {
		for i := range op.Fields {
			if f := &op.Fields[i]; (f.Kind == Secret) != (f.Secret() != NoSecret) {
				t.Errorf("%s of %s: kind %v", f.Path, op.ID, f.Secret())
			}
		}
		if op.Purpose == Token && !op.GivesToken() {
			t.Errorf("%s gives no token", op.ID)
		}
	}
}
