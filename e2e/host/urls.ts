// Chromium outside Electron cannot be taught a new scheme, so `app://bundle/x` is shown to it as
// `https://bundle.app.local/x`. Maps both ways; refuses to guess.

const SUFFIX = '.local';

/** The address that Chromium sees for an address of the app. */
export function toPageUrl(url: string, schemes: ReadonlySet<string>): string {
  const parsed = new URL(url);
  const scheme = parsed.protocol.slice(0, -1);
  if (!schemes.has(scheme)) return url;
  // URL keeps everything after "//" of an unknown scheme as host and path, as a standard scheme would.
  return `https://${parsed.host}.${scheme}${SUFFIX}${parsed.pathname || '/'}${parsed.search}${parsed.hash}`;
}

/** The address that the app knows for an address of the page. */
export function toAppUrl(url: string, schemes: ReadonlySet<string>): string {
  const match = /^https:\/\/([^/]+)\.([a-z]+)\.local(\/.*)?$/.exec(url);
  const [, host, scheme, rest] = match ?? [];
  return host !== undefined && scheme !== undefined && schemes.has(scheme) ? `${scheme}://${host}${rest ?? '/'}` : url;
}
