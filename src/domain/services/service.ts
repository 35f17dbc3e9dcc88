/** Somewhere music can be streamed. The sandbox is a service of its own, so that its ids never pass for another's. */
export const SERVICES = ['spotify', 'sandbox'] as const;
export type ServiceName = (typeof SERVICES)[number];

/** How a service's name is written on a page. */
export const SERVICE_TITLES: Record<ServiceName, string> = { spotify: 'Spotify', sandbox: 'the sandbox' };
