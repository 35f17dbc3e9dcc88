import type { Connection } from '../../domain/services/connection.ts';
import { SERVICE_TITLES, type ServiceName } from '../../domain/services/service.ts';
import { type Notice, sayNotice } from '../notices.ts';
import type { Site } from '../site.ts';
import { dateWords } from './words.ts';

/** A visitor's connection to a service, or the way to make one. */
export function connectionPage(
  site: Site,
  service: ServiceName,
  connection: Connection | undefined,
  notice: Notice | undefined,
) {
  return {
    site,
    path: `/connect/${service}`,
    title: `Your connection to ${SERVICE_TITLES[service]}`,
    description: 'Connect or disconnect an account.',
    isPrivate: true,
    notice: sayNotice(notice),
    serviceTitle: SERVICE_TITLES[service],
    connectAction: site.path(`/connect/${service}`),
    connection: connection && connectionView(site, connection),
  };
}

export function connectionView(site: Site, connection: Connection) {
  return {
    name: connection.displayName ?? connection.accountId,
    since: dateWords(connection.authorisedAt),
    needsConsent: !connection.tokens,
    serviceTitle: SERVICE_TITLES[connection.service],
    disconnectAction: site.path(`/disconnect/${connection.service}`),
  };
}
