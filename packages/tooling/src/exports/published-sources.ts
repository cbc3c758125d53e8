/** Whether a file of a published package ends up with its users, so that a change of it has to be told them. */
export function isPublished(path: string): boolean {
  const [, , folder = "", ...rest] = path.split("/");
  if (folder === "drizzle") return true;
  return (
    folder === "src" && !rest.includes("testing") && !/\.(?:test|test-d|scenario|bench)\.tsx?$/.test(path)
  );
}
