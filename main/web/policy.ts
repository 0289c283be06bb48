/**
 * What the page may load and do. MUI's styles are written into the page (style-src); libsodium is WebAssembly
 * (script-src); everything else comes from the page's own origin, so no name can leave by a picture or a form.
 */
const POLICY: Readonly<Record<string, string>> = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self' 'unsafe-inline'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-src': "'none'",
  'frame-ancestors': "'none'",
  'object-src': "'none'",
};

/** The Content-Security-Policy's text; a developer's server may widen single directives. */
export function contentPolicy(widened: Readonly<Record<string, string>> = {}): string {
  return Object.entries({ ...POLICY, ...widened })
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** Headers of every answer that the page's origin gives, in the browser host and in Electron alike. */
export function safeHeaders(policy: string): Readonly<Record<string, string>> {
  return {
    'content-security-policy': policy,
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=()',
  };
}
