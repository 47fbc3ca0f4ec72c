// Answers `app://bundle/...` from a fixed list of files, made once at start. Refuses anything that is
// not on the list, so that no path can be talked into leaving the folder.
import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

/** SECURITY 2.3. The scripts, styles and fonts of the app itself, and nothing from anywhere else. */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data: blob:", "font-src 'self'", "connect-src 'none'",
  "worker-src 'self'", "object-src 'none'", "frame-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
  "require-trusted-types-for 'script'", "trusted-types 'none'",
].join('; ');

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8', '.js': 'text/javascript; charset=utf-8', '.css': 'text/css; charset=utf-8', '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml', '.png': 'image/png', '.ico': 'image/x-icon', '.woff2': 'font/woff2', '.txt': 'text/plain; charset=utf-8',
};

const BASE_HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cache-Control': 'no-store',
} as const;

/** Every file under `folder` whose type is known, by the path it has in the address. */
export function listAppFiles(folder: string): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || TYPES[extname(entry.name)] === undefined) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(`/${relative(folder, path).split(sep).map(encodeURIComponent).join('/')}`, path);
  }
  return files;
}

function refuse(status: number): Response {
  return new Response(null, { status, headers: BASE_HEADERS });
}

/** The answer to one request of the window. */
export function createAppFileHandler(files: ReadonlyMap<string, string>): (request: Request) => Promise<Response> {
  return async (request) => {
    if (request.method !== 'GET' || !URL.canParse(request.url)) return refuse(405);
    const url = new URL(request.url);
    if (url.protocol !== 'app:' || url.host !== 'bundle') return refuse(403);
    const path = files.get(url.pathname);
    if (path === undefined) return refuse(404);
    const body = await readFile(path);
    return new Response(new Uint8Array(body), { status: 200, headers: { ...BASE_HEADERS, 'Content-Type': TYPES[extname(path)] ?? 'application/octet-stream' } });
  };
}
