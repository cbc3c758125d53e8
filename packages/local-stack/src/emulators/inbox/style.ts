/** Both colour schemes come from the system's setting; fonts are those of the machine. */
export const style = `
:root {
  --page: #f6f5f2; --sheet: #ffffff; --ink: #1d1c1a; --soft: #6c6963; --line: #e3e0da; --accent: #b4441f; --open: #fbeee8; --good: #2c6e49;
  color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root { --page: #161513; --sheet: #1f1d1b; --ink: #eeebe6; --soft: #a09b93; --line: #35322e; --accent: #f08a63; --open: #332620; --good: #7cc79b; }
}
* { box-sizing: border-box; }
body { margin: 0; height: 100vh; display: grid; grid-template-rows: auto 1fr; background: var(--page); color: var(--ink); }
header { display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: baseline; padding: .9rem 1.25rem; border-bottom: 1px solid var(--line); }
h1 { font-size: 1.05rem; margin: 0; letter-spacing: -.01em; }
nav { display: flex; flex-wrap: wrap; gap: .25rem; }
nav a { padding: .1rem .65rem; border-radius: 1rem; color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { background: var(--accent); color: var(--sheet); }
main { display: grid; grid-template-columns: minmax(17rem, 24rem) 1fr; min-height: 0; }
ol { list-style: none; margin: 0; padding: 0; overflow: auto; border-right: 1px solid var(--line); }
li a { display: grid; grid-template-columns: 1fr auto; gap: .1rem .75rem; padding: .7rem 1.25rem; color: inherit; text-decoration: none; border-bottom: 1px solid var(--line); }
li a:hover { background: var(--sheet); }
li a[aria-current] { background: var(--open); box-shadow: inset 3px 0 var(--accent); }
a:focus-visible, summary:focus-visible, button:focus-visible, select:focus-visible, input:focus-visible { outline: 2px solid var(--accent); outline-offset: -2px; }
.to { font-weight: 600; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
time { color: var(--soft); font-variant-numeric: tabular-nums; }
.what { grid-column: 1 / -1; color: var(--soft); overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.tag { margin-right: .5rem; padding: 0 .4rem; border: 1px solid currentColor; border-radius: .25rem; font-size: .75rem; color: var(--accent); }
article { display: flex; flex-direction: column; gap: .75rem; padding: 1.25rem 1.75rem; overflow: auto; min-width: 0; }
h2 { margin: 0; font-size: 1.3rem; letter-spacing: -.01em; }
dl { display: grid; grid-template-columns: auto 1fr; gap: .1rem 1rem; margin: 0; }
dt { color: var(--soft); } dd { margin: 0; overflow-wrap: anywhere; }
iframe { flex: 1 0 26rem; width: 100%; border: 1px solid var(--line); border-radius: .5rem; background: #fff; color-scheme: light; }
.bubble { align-self: flex-start; max-width: 34rem; margin: 0; padding: .7rem 1rem; border-radius: 1rem 1rem 1rem .25rem; background: var(--sheet); border: 1px solid var(--line); white-space: pre-wrap; overflow-wrap: anywhere; }
summary { color: var(--soft); cursor: pointer; }
pre { overflow: auto; margin: .5rem 0 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); font-size: .85rem; white-space: pre-wrap; overflow-wrap: anywhere; }
.pages { margin-left: auto; }
.vendors { grid-template-columns: repeat(auto-fill, minmax(21rem, 1fr)); gap: 1rem; align-content: start; padding: 1.25rem; overflow: auto; }
.vendors > p { grid-column: 1 / -1; margin: 0; }
section { display: grid; gap: .5rem; align-content: start; padding: 1rem 1.25rem; border: 1px solid var(--line); border-radius: .5rem; background: var(--sheet); }
section h2 { font-size: 1.05rem; } section code { color: var(--soft); font-size: .85rem; } section dd { min-height: 1.75rem; }
.chip { display: inline-block; margin: 0 .25rem .25rem 0; padding: 0 .45rem; border: 1px solid currentColor; border-radius: .25rem; font-size: .8rem; font-variant-numeric: tabular-nums; }
.good { color: var(--good); } .bad { color: var(--accent); }
form { display: flex; flex-wrap: wrap; gap: .5rem; align-items: center; margin-top: auto; color: var(--soft); font-size: .9rem; }
select, input, button { font: inherit; color: var(--ink); background: var(--page); border: 1px solid var(--line); border-radius: .35rem; padding: .15rem .5rem; }
input { width: 4.5rem; } button { cursor: pointer; } button:hover { border-color: var(--accent); }
@media (max-width: 46rem) {
  body { height: auto; } main { grid-template-columns: 1fr; } ol { border-right: 0; max-height: 45vh; }
}
`;
