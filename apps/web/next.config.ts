import type { NextConfig } from "next";
import { maximumBodyBytes } from "./src/http/body-limit.ts";
import {
  emailPreviewPath,
  framedHeaders,
  securityHeaders,
  untoldHeaders,
} from "./src/http/security-headers.ts";

/** What such an address opens is not for who reads the development server's lines. */
const addressesWithToken = [
  /^\/(o|u|sell\/applied)\//,
  /^\/ten-ocean\/(r|registered|profile\/email|unsubscribe)\//,
];

/** The image's build asks for a server that brings its own dependencies; `next start` works without one. */
const output = process.env.NEXT_OUTPUT === "standalone" ? "standalone" : undefined;

const config: NextConfig = {
  output,
  poweredByHeader: false,
  reactStrictMode: true,
  typedRoutes: true,
  typescript: { tsconfigPath: "tsconfig.build.json" },
  // The arguments of server functions are what customers typed.
  logging: { serverFunctions: false, incomingRequests: { ignore: [/^\/health/, ...addressesWithToken] } },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    { source: emailPreviewPath, headers: framedHeaders },
    { source: "/o/:token*", headers: untoldHeaders },
    { source: "/ten-ocean/r/:link*", headers: untoldHeaders },
  ],
  // Browsers ask for it before they have read which icon a page names.
  redirects: async () => [{ source: "/favicon.ico", destination: "/icon.svg", permanent: false }],
  // Emails are rendered by react-dom/server, which Next keeps out of what it bundles.
  // Twilio's SDK would be more than half of all that is bundled.
  // linkedom asks for a canvas where there is one, which a bundler takes for a missing file.
  serverExternalPackages: ["@org/workflows", "linkedom", "twilio"],
  experimental: {
    // What the next build on this machine would read; writing it takes as long as a fifth of the build.
    turbopackFileSystemCacheForBuild: !process.env.CI,
    // proxy.ts refuses larger bodies; above its limit, so that it sees that one is too large.
    proxyClientMaxBodySize: 2 * maximumBodyBytes,
    serverActions: { bodySizeLimit: maximumBodyBytes },
  },
};

export default config;
