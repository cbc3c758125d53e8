import type { Metadata } from "next";
import { Field } from "#src/design/field.tsx";
import { publishedAt } from "#src/portal/announcements/published-at.ts";
import styles from "#src/portal/digest/digest.module.css";
import {
  findPreview,
  type PreviewedResident,
  type PreviewRequest,
  previewedResidents,
  previewRequest,
} from "#src/portal/digest/preview.ts";
import { requireRole } from "#src/session/current-person.ts";

export const metadata: Metadata = { title: "Digest preview" };

export default async function DigestPage({ searchParams }: PageProps<"/ten-ocean/admin/digest">) {
  const viewer = await requireRole("association-admin", "floor-captain");
  const request = previewRequest(await searchParams);
  const residents = await previewedResidents(viewer);
  return (
    <div className="page narrow">
      <h1>Digest preview</h1>
      <p>See a digest as a resident would get it now. Nothing is sent.</p>
      {residents.length === 0 ? (
        <p>There is no resident to look at yet.</p>
      ) : (
        <ChoiceForm residents={residents} request={request} />
      )}
      {request.resident !== "" && <Preview viewer={viewer} request={request} />}
    </div>
  );
}

function ChoiceForm({ residents, request }: { residents: PreviewedResident[]; request: PreviewRequest }) {
  return (
    <form method="get" className="card" aria-label="Choose a digest">
      <Field name="resident" label="As this resident" defaultValue={request.resident}>
        {(control) => (
          <select {...control}>
            {residents.map(({ resident: { userId, firstName, lastName }, unit }) => (
              <option key={userId} value={userId}>
                {[firstName, lastName].filter(Boolean).join(" ")}
                {unit && `, ${unit.label}`}
              </option>
            ))}
          </select>
        )}
      </Field>
      <fieldset className="choices">
        <legend>Which digest</legend>
        {(["weekly", "daily"] as const).map((period) => (
          <label key={period} className="choice">
            <input type="radio" name="period" value={period} defaultChecked={request.period === period} />
            <span>{period === "weekly" ? "Weekly, on Mondays" : "Daily"}</span>
          </label>
        ))}
      </fieldset>
      <button type="submit" className="button wide">
        Show it
      </button>
    </form>
  );
}

async function Preview({
  viewer,
  request,
}: {
  viewer: Parameters<typeof findPreview>[0];
  request: PreviewRequest;
}) {
  const found = await findPreview(viewer, request);
  if (!found) return <p className="notice bad">There is no such resident for you to look at.</p>;
  const { message, reader, span } = found;
  const wanted = reader.digest === request.period;
  return (
    <section className="after-card" aria-labelledby="preview">
      <h2 id="preview">{message ? message.subject : "Nothing to tell"}</h2>
      {!wanted && (
        <p className="notice">
          {reader.digest === "off"
            ? `${reader.firstName} wants no digest and gets none.`
            : `${reader.firstName} chose the ${reader.digest} digest and does not get this one.`}
        </p>
      )}
      {message ? (
        <>
          <p className="muted">
            Of everything since {publishedAt(span.since)}. Links in it do not open here.
          </p>
          <iframe
            className={styles.email}
            title={`Digest for ${reader.firstName}`}
            sandbox=""
            src={`/ten-ocean/admin/digest/email?${new URLSearchParams({ ...request })}`}
          />
        </>
      ) : (
        <p>
          {reader.firstName} would get none: nothing has happened since {publishedAt(span.since)}.
        </p>
      )}
    </section>
  );
}
