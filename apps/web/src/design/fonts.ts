import localFont from "next/font/local";

// The calls are read by the compiler, so each is written out whole.

const latin = localFont({
  src: "../../node_modules/@fontsource-variable/baloo-2/files/baloo-2-latin-wght-normal.woff2",
  weight: "400 800",
  variable: "--font-display",
  display: "swap",
});

/** Loaded by a page that has such letters, where the machine has no font of its own for its body. */
const devanagari = localFont({
  src: "../../node_modules/@fontsource-variable/baloo-2/files/baloo-2-devanagari-wght-normal.woff2",
  weight: "400 800",
  variable: "--font-devanagari",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value: "U+0900-097F, U+1CD0-1CF9, U+25CC, U+A830-A839, U+A8E0-A8FF, U+11B00-11B09",
    },
  ],
});

const kannada = localFont({
  src: "../../node_modules/@fontsource-variable/baloo-tamma-2/files/baloo-tamma-2-kannada-wght-normal.woff2",
  weight: "400 800",
  variable: "--font-kannada",
  display: "swap",
  preload: false,
  adjustFontFallback: false,
  declarations: [{ prop: "unicode-range", value: "U+0C80-0CF3, U+200C-200D" }],
});

/** Class names that define the fonts of `tokens.css`. */
export const fonts = [latin, devanagari, kannada].map(({ variable }) => variable).join(" ");
