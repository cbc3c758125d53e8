import { type Commands, type CommandsInput, repositoryCommands } from "../stack/commands.ts";

/** What a stand-in app does besides answering `GET` with 200. */
type Behaviour =
  | "runs"
  | "never listens"
  | "ignores SIGTERM"
  | "crashes"
  | "crashes when asked"
  | "leaves a child";

const programs: Record<Behaviour, string> = {
  runs: "",
  "never listens": "process.env.PORT = '0';",
  "ignores SIGTERM": "process.on('SIGTERM', () => {});",
  crashes: "console.log('about to fail'); console.error('cannot go on'); process.exit(3);",
  "crashes when asked":
    "onRequest = (request) => { if (request.url === '/crash') { console.error('asked to crash'); process.exit(3); } };",
  "leaves a child":
    "const child = require('node:child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); console.log('child', child.pid);",
};

/** Small servers in place of the engine, the worker and the web app; Convex's functions are themselves. */
export function standIns(
  behaviours: Partial<Record<"engine" | "worker" | "web", Behaviour>> = {},
): (input: CommandsInput) => Commands {
  return (input) => {
    const { root, catalogue } = input;
    const run = (program: string) => ({ file: process.execPath, parameters: ["-e", program], cwd: root });
    const app = (name: "engine" | "worker" | "web" | "catalogue") =>
      run(`let onRequest = () => {};
        ${programs[(name !== "catalogue" && behaviours[name]) || "runs"]}
        require('node:http').createServer((request, response) => { onRequest(request); response.end('ok from ${name}'); })
          .listen(Number(process.env.PORT), '127.0.0.1', () => console.log('${name} listens'));`);
    return {
      migrate: run("console.log('migrated', process.env.DATABASE_URL)"),
      convex: repositoryCommands(input).convex,
      engine: app("engine"),
      worker: app("worker"),
      web: app("web"),
      ...(catalogue ? { catalogue: app("catalogue") } : {}),
    };
  };
}
