/** One stylesheet for light and dark, wide and narrow; no font and no picture is fetched. */
export const style = `:root {
  color-scheme: light dark;
  --text: light-dark(#1c2024, #e8eaed);
  --quiet: light-dark(#565f6a, #a7b0ba);
  --page: light-dark(#ffffff, #16191d);
  --panel: light-dark(#f4f6f8, #20252b);
  --line: light-dark(#d5dae0, #3a424b);
  --accent: light-dark(#0b57a4, #8ec5ff);
  --good: light-dark(#146c2e, #7fd99a);
  --bad: light-dark(#a3201a, #ffaca5);
}
* { box-sizing: border-box; }
body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; color: var(--text); background: var(--page); }
header, main, footer { max-width: 72rem; margin: 0 auto; padding: 1rem; }
header { border-bottom: 1px solid var(--line); font-weight: 600; }
footer, .meta, .crumb, .exports { color: var(--quiet); font-size: 0.9rem; }
a { color: var(--accent); }
a, code, h1, p, dd, li { overflow-wrap: anywhere; }
:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; }
.skip { position: absolute; left: -100rem; }
.skip:focus { left: 0.5rem; top: 0.5rem; padding: 0.5rem; background: var(--page); }
code { font-family: ui-monospace, monospace; font-size: 0.95em; }
h1 { font-size: 1.6rem; line-height: 1.2; }
h2 { font-size: 1.25rem; margin-top: 2rem; }
h3 { font-size: 1rem; }
dl { display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; }
dt { color: var(--quiet); font-size: 0.85rem; }
dd { margin: 0; }
.scroll { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { border-collapse: collapse; width: 100%; font-size: 0.92rem; }
th, td { text-align: left; vertical-align: top; padding: 0.4rem 0.6rem; border-bottom: 1px solid var(--line); overflow-wrap: anywhere; min-width: 6rem; max-width: 22rem; }
th { background: var(--panel); }
tr:last-child td { border-bottom: 0; }
.events { list-style: none; padding: 0; }
.events li { padding: 0.75rem 0; border-top: 1px solid var(--line); }
.events p { margin: 0.25rem 0 0; }
.events .meta { display: block; }
.notice { padding: 0.75rem; border-left: 4px solid var(--bad); background: var(--panel); }
.personal, .removed { color: var(--bad); }
.added { color: var(--good); }
label { display: block; margin-top: 1rem; font-weight: 600; }
input, select, textarea, button { font: inherit; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: 6px; padding: 0.5rem 0.75rem; max-width: 100%; }
input, textarea { width: 100%; }
textarea { font-family: ui-monospace, monospace; font-size: 0.92rem; }
textarea[aria-invalid="true"] { border-color: var(--bad); }
button { margin-top: 0.5rem; min-height: 44px; background: var(--accent); color: var(--page); border-color: var(--accent); cursor: pointer; }
button:disabled { background: var(--panel); color: var(--quiet); border-color: var(--line); cursor: not-allowed; }
svg { display: block; margin: 0.75rem; min-width: 60rem; }
svg path { fill: none; stroke: var(--quiet); }
svg rect { fill: var(--panel); stroke: var(--line); }
svg .event rect { stroke: var(--accent); }
svg text { fill: var(--text); font: 12px ui-monospace, monospace; text-anchor: middle; }
`;
