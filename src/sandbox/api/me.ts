import { z } from 'zod';
import { userOf } from '../accounts/caller.ts';
import type { SandboxUser } from '../accounts/users.ts';
import type { SandboxContext } from '../context.ts';
import type { ApiAnswer, ApiCall } from './call.ts';
import { readQuery } from './parse-request.ts';

/** `GET /me`: no country, e-mail, product or followers in Development Mode. */
export function showMe({ request, caller, context }: ApiCall): ApiAnswer {
  readQuery(request, z.strictObject({}));
  const user = userOf(caller);
  return {
    status: 200,
    body: { account_id: user.accountId, ...presentUser(user, context), images: [] },
  };
}

/** A user as the owner of a playlist. */
export function presentUser(user: SandboxUser, { publicUrl }: SandboxContext) {
  return {
    display_name: user.displayName,
    external_urls: { spotify: `${publicUrl}/#${user.id}` },
    href: `${publicUrl}/v1/users/${user.id}`,
    id: user.id,
    type: 'user',
    uri: `spotify:user:${user.id}`,
  };
}
