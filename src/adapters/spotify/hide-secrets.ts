const SECRET_FIELDS = ['code', 'code_verifier', 'refresh_token', 'client_secret'];

/** A text without the token, codes and secrets that a request carried, should the service have quoted them. */
export function hideSecrets(
  text: string,
  request: { headers: Record<string, string>; body: string | URLSearchParams | undefined },
): string {
  const secrets = [...secretsInHeaders(request.headers), ...secretsInForm(request.body)];
  return secrets.reduce((left, secret) => left.replaceAll(secret, '[hidden]'), text);
}

function secretsInHeaders(headers: Record<string, string>): string[] {
  const [scheme, value] = headers.Authorization?.split(' ') ?? [];
  if (!value) return [];
  const pair = scheme === 'Basic' ? Buffer.from(value, 'base64').toString() : ':';
  return [value, pair.slice(pair.indexOf(':') + 1)].filter(Boolean);
}

function secretsInForm(body: string | URLSearchParams | undefined): string[] {
  if (!(body instanceof URLSearchParams)) return [];
  return SECRET_FIELDS.flatMap((field) => body.get(field) || []);
}
