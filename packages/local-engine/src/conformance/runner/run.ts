import { fileURLToPath } from "node:url";
import type { Reporter, TestCase } from "vitest/node";
import { nameOfCase } from "../case-name.ts";
import { probeServer } from "./probe.ts";
import type { CaseResult, ServerResult } from "./report.ts";
import type {} from "./settings.ts";

export interface ConformanceOptions {
  /** The first one is what is proved; a second one is there to compare. */
  addresses: string[];
  only?: string;
  /** Milliseconds. */
  patience: number;
  /** Milliseconds. */
  quiet: number;
  json?: string;
}

/** Beyond the time that a case waits: the calls that it makes, on a busy machine. */
const timeForCalls = 60_000;

/**
 * Runs the cases against one address.
 * @param onCase told after each case.
 * @throws Error when nothing answers there, or no case has the text in its name.
 */
export async function proveServer(
  address: string,
  { only, patience, quiet }: Pick<ConformanceOptions, "only" | "patience" | "quiet">,
  onCase: (name: string, result: CaseResult) => void,
): Promise<ServerResult> {
  const without = await probeServer(address, { patience });
  const { startVitest } = await loadVitest();
  const cases = new Map<string, CaseResult>();
  const failures: string[] = [];
  const reporter: Reporter = {
    onTestCaseResult(testCase) {
      const name = nameOfCase(testCase.fullName);
      if (only !== undefined && !name.toLowerCase().includes(only.toLowerCase())) return;
      const result = toResult(testCase);
      cases.set(name, result);
      onCase(name, result);
    },
    onTestRunEnd(modules, unhandled) {
      for (const error of [...unhandled, ...modules.flatMap((module) => module.errors())])
        failures.push(error.message);
    },
  };
  const file = fileURLToPath(import.meta.resolve(`./suite-file${fileEnding}`));
  const exitCode = process.exitCode;
  const vitest = await startVitest("test", [], {
    config: false,
    root: fileURLToPath(new URL(".", import.meta.url)),
    include: [file],
    exclude: [],
    reporters: [reporter],
    provide: { localEngineConformance: { url: address, without, patience, quiet } },
    testTimeout: patience + timeForCalls,
    watch: false,
    cache: false,
    maxWorkers: 1,
    ...(only === undefined ? {} : { testNamePattern: patternOf(only) }),
  });
  await vitest.close();
  process.exitCode = exitCode;
  if (failures.length > 0) throw new Error(`the cases could not be run: ${failures.join("; ")}`);
  if (cases.size === 0) throw new Error(`no case has "${only ?? ""}" in its name.`);
  return { address, without, cases };
}

/** The module beside this one is a source while this package is worked on, and a build when it is installed. */
const fileEnding = import.meta.url.slice(import.meta.url.lastIndexOf("."));

async function loadVitest(): Promise<typeof import("vitest/node")> {
  try {
    return await import("vitest/node");
  } catch (cause) {
    throw new Error("conformance needs vitest. Install it: npm install --save-dev vitest inngest", { cause });
  }
}

/** Vitest joins the names of suites and cases by a space, and the command shows them joined by ` > `. */
function patternOf(text: string): RegExp {
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replaceAll(" > ", " ");
  return new RegExp(escaped, "i");
}

function toResult(testCase: TestCase): CaseResult {
  const { state, errors = [] } = testCase.result();
  const status = state === "pending" ? "skipped" : state;
  return {
    status,
    milliseconds: Math.round(testCase.diagnostic()?.duration ?? 0),
    ...(status === "failed" ? { error: errors.map(({ message }) => message).join("\n") } : {}),
  };
}
