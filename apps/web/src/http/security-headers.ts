/** The same for every response; the content security policy changes with each request, see `proxy.ts`. */
export const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  // Some addresses hold a token, as those of mail links do, so that they are told to no other site.
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=(), payment=()" },
];

/** Of an address that is what gives access, which is told to nobody at all. */
export const untoldHeaders = [{ key: "Referrer-Policy", value: "no-referrer" }];

/** A page of its own in a frame of ours: the email of a digest's preview. */
export const emailPreviewPath = "/ten-ocean/admin/digest/email";

/** That frame's, which `frame-ancestors` of its policy says more exactly. */
export const framedHeaders = [{ key: "X-Frame-Options", value: "SAMEORIGIN" }];

/** Emails style every element by itself; nothing else is loaded or run, and only our own pages frame them. */
export const emailPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'";

/** For how many seconds browsers ask for nothing but https, where that is how the app is reached: two years. */
export const transportSecurity = 2 * 365 * 24 * 3_600;

export interface PolicyOptions {
  development: boolean;
  /** The payment page's origin; absent where nothing can be paid online. */
  paymentPage?: string | undefined;
  /** Where pictures of products are, where that is another host. */
  pictures?: string | undefined;
  /** Whom the push vendor's script may ask, and where it comes from; none where there is no push vendor. */
  push?: readonly string[];
}

/** Of the service worker that shows notifications: it runs the vendor's script and nothing else. */
export function workerPolicy(push: readonly string[]): string {
  const vendor = push.join(" ");
  return `default-src 'none'; script-src ${vendor}; connect-src 'self' ${vendor}; img-src 'self' https:`;
}

/**
 * Nothing is loaded from another host, but pictures where they are kept at one, and the push vendor's script for who wants notifications; scripts run only with
 * the request's nonce, or when such a script puts them in. Forms go to this app and to the payment page: on every page, because a page that is opened without a reload keeps the policy of the one before.
 */
export function contentSecurityPolicy(
  nonce: string,
  { development, paymentPage, pictures, push = [] }: PolicyOptions,
): string {
  // React's error overlay evaluates strings and the development server injects styles.
  const script = development ? " 'unsafe-eval'" : "";
  const style = development ? "'unsafe-inline'" : `'nonce-${nonce}'`;
  return [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${script}`,
    `style-src 'self' ${style}`,
    ["img-src 'self' data:", pictures].filter(Boolean).join(" "),
    ...(push.length > 0 ? [`connect-src 'self' ${push.join(" ")}`] : []),
    "object-src 'none'",
    "base-uri 'none'",
    ["form-action 'self'", paymentPage].filter(Boolean).join(" "),
    "frame-ancestors 'none'",
  ].join("; ");
}
