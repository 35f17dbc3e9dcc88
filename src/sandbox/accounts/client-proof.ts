import type { Request } from 'express';
import { TokenRefusalError } from '../refusals.ts';
import type { ClientApp } from './authorization-request.ts';

/** How an app showed who it is: with its secret (header or form), or by name only, which is enough with PKCE. */
export function readClientProof(
  request: Request,
  form: URLSearchParams,
  client: ClientApp,
): 'secret' | 'name' {
  const basic = readBasic(request.get('Authorization'));
  const id = basic?.id ?? form.get('client_id');
  const secret = basic?.secret ?? form.get('client_secret');
  const otherId = form.get('client_id') ?? id;
  if (id !== client.id || otherId !== client.id)
    throw new TokenRefusalError('invalid_client', 'Invalid client');
  if (secret === null) return 'name';
  if (secret !== client.secret) throw new TokenRefusalError('invalid_client', 'Invalid client');
  return 'secret';
}

function readBasic(header: string | undefined): { id: string; secret: string } | undefined {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(header ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const [id = '', ...rest] = Buffer.from(encoded, 'base64').toString('utf8').split(':');
  return { id, secret: rest.join(':') };
}
