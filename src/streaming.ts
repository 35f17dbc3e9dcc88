import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { openSpotify, type Spotify } from './adapters/spotify/spotify.ts';
import type { Secrets, ServiceSettings, Settings } from './config.ts';
import { createSandbox, type Sandbox } from './sandbox/sandbox.ts';

/** The streaming service spoken to, with the sandbox when this process runs it. */
export interface Streaming extends Pick<Spotify, 'catalog' | 'connector'> {
  sandbox: Sandbox | undefined;
  /** Where a browser reaches the sandbox, mounted or not. */
  sandboxUrl: string | undefined;
  close(): void;
}

/** Opens the service for the server, which mounts the sandbox beside its own pages. */
export function openStreaming(settings: Settings, secrets: Secrets): Streaming | undefined {
  const { service } = settings;
  if (!service) return undefined;
  if (!service.mounted) return openRemote(service, secrets);
  const publicUrl = `${settings.baseUrl}/sandbox`;
  const sandbox = mountSandbox(settings, service, secrets, publicUrl);
  const spotify = openSpotify(spotifyOptions(service, secrets, `${publicUrl}/authorize`));
  return {
    ...spotify,
    sandbox,
    sandboxUrl: publicUrl,
    close() {
      spotify.close();
      sandbox.close();
    },
  };
}

/** Opens the service for a command: a sandbox of our own then listens on loopback for as long as the command runs. */
export async function openStreamingAlone(
  settings: Settings,
  secrets: Secrets,
): Promise<Streaming | undefined> {
  const { service } = settings;
  if (!service?.mounted) return openStreaming(settings, secrets);
  const sandbox = mountSandbox(settings, service, secrets, `${settings.baseUrl}/sandbox`);
  const server = createServer(sandbox.handler);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const spotify = openSpotify(
    spotifyOptions({ ...service, apiUrl: own, accountsUrl: own }, secrets, `${own}/authorize`),
  );
  return {
    ...spotify,
    sandbox,
    sandboxUrl: undefined,
    close() {
      spotify.close();
      server.close();
      server.closeAllConnections();
      sandbox.close();
    },
  };
}

function openRemote(service: ServiceSettings, secrets: Secrets): Streaming {
  const spotify = openSpotify(spotifyOptions(service, secrets, `${service.accountsUrl}/authorize`));
  const sandboxUrl = service.name === 'sandbox' ? service.apiUrl : undefined;
  return { ...spotify, sandbox: undefined, sandboxUrl };
}

function mountSandbox(
  settings: Settings,
  service: ServiceSettings,
  secrets: Secrets,
  publicUrl: string,
): Sandbox {
  return createSandbox({
    dataFile: join(settings.dataDir, 'sandbox.sqlite'),
    catalogFile: service.mounted?.catalogFile,
    publicUrl,
    clientId: service.clientId,
    clientSecret: secrets.serviceClientSecret ?? '',
    redirectUris: [`${settings.baseUrl}/connect/sandbox/callback`],
  });
}

function spotifyOptions(service: ServiceSettings, secrets: Secrets, authorizeUrl: string) {
  return {
    service: service.name,
    clientId: service.clientId,
    clientSecret: secrets.serviceClientSecret ?? '',
    apiUrl: service.apiUrl,
    accountsUrl: service.accountsUrl,
    authorizeUrl,
    market: service.market,
    requestsPerSecond: service.requestsPerSecond,
  };
}
