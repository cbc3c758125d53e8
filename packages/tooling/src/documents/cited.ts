/** What a document says that can be looked up: the paths of its links and code, and the commands in its code. */
export interface Cited {
  /** Relative to the document; anchors and addresses are left out. */
  links: string[];
  /** Files and folders in code, `<placeholders>` as `*`. */
  paths: string[];
  /** Of pages, in code: `/ten-ocean/events`. */
  addresses: string[];
  /** What stands after `pnpm`, by word. */
  commands: string[][];
}

/** A path has a slash or an ending; what holds spaces, brackets or an address, or is outside, is other code. */
const path = /^(?!\/|@|\.\.\/)[\w.<>*@-]*(?:\/[\w.<>*@-]*)+$|^[\w.<>*-]+\.(?:tsx?|json|md|example|css)$/;

export function citedIn(markdown: string): Cited {
  const code = codeIn(markdown);
  return {
    links: [...markdown.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^[a-z]+:/.test(target)),
    paths: code.filter((text) => path.test(text)).map((text) => text.replace(/<[^>]+>/g, "*")),
    // What stands below /api is for machines, at the worker and at the web app.
    addresses: code.filter((text) => /^\/(?!api\/)[\w./-]*$/.test(text)),
    commands: code.flatMap(commandsIn),
  };
}

/** What stands in backticks, in the text and line by line in blocks. */
function codeIn(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^```\w*\n([\s\S]*?)^```/gm)].flatMap(([, text = ""]) =>
    text.split("\n"),
  );
  const spans = [...markdown.replace(/^```[\s\S]*?^```/gm, "").matchAll(/`([^`]+)`/g)].map(
    ([, text = ""]) => text,
  );
  return [...blocks, ...spans.map((text) => text.replace(/\s+/g, " "))];
}

/** Every call of pnpm in a line, up to what ends a command. */
function commandsIn(line: string): string[][] {
  return [...line.matchAll(/\bpnpm(?:@[\d.]+)? ([^&|#()]+)/g)].map(([, words = ""]) =>
    words.trim().split(/\s+/),
  );
}

/** The commands of a table: its first column, where `·` stands between those that share the word before them. */
export function commandsOfTable(markdown: string): string[][] {
  return [...markdown.matchAll(/^\| (`(?:pnpm|bash)[^|]*) \|/gm)].flatMap(([, cell = ""]) => {
    const [first = "", ...rest] = [...cell.matchAll(/`([^`]+)`/g)].map(([, text = ""]) => text);
    const [program = ""] = first.split(" ");
    return [first, ...rest.map((text) => (text.startsWith(program) ? text : `${program} ${text}`))].map(
      (text) => text.split(" "),
    );
  });
}
