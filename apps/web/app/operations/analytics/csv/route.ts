import { analyse } from "#src/operations/analytics/analyse.ts";
import { readAnalyticsSpan } from "#src/operations/analytics/analytics-view.ts";
import { csvOf } from "#src/operations/analytics/csv.ts";
import { requireRole } from "#src/session/current-person.ts";

/** One figure's numbers as a file. */
export async function GET(request: Request) {
  await requireRole("admin");
  const { searchParams } = new URL(request.url);
  const span = readAnalyticsSpan(searchParams.get("span"));
  const figure = (await analyse(span)).find(({ name }) => name === searchParams.get("figure"));
  if (!figure) return new Response("There is no such figure; its page links to each.", { status: 404 });
  return new Response(csvOf(figure), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${figure.name}-${span}.csv"`,
      "cache-control": "private, no-store",
    },
  });
}
