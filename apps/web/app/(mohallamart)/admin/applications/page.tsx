import {
  type ListedApplication,
  listApplications,
} from "@org/commands/mohallamart/shopkeepers/list-applications";
import type { Metadata } from "next";
import { SubmitButton } from "#src/design/submit-button.tsx";
import { formatDateTime } from "#src/format.ts";
import { submitApproval } from "#src/selling/approve-action.ts";
import { RejectionForm } from "#src/selling/rejection-form.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "Shop applications" };

const outcomes = new Map([
  ["approved", "The shop is approved. It opens now, and its keeper is told."],
  ["rejected", "The application is turned down, and the applicant is told why."],
  ["decided", "Nothing was changed: the application was decided before, or has lapsed."],
  ["unknown-application", "There is no such application."],
]);

export default async function ApplicationsPage({ searchParams }: PageProps<"/admin/applications">) {
  await requireRole("admin");
  const [{ outcome }, waiting] = await Promise.all([
    searchParams,
    listApplications(mohallaMart(), "applied"),
  ]);
  const notice = outcomes.get(String(outcome));
  return (
    <div className="page narrow">
      <h1>Shop applications</h1>
      {notice && (
        <p className="notice" role="status">
          {notice}
        </p>
      )}
      {waiting.length === 0 && <p>Nobody is waiting.</p>}
      <ul className="stack">
        {waiting.map((listed) => (
          <Application key={listed.application.shopkeeperId} {...listed} />
        ))}
      </ul>
    </div>
  );
}

function Application({ application, shopkeeper, shop }: ListedApplication) {
  return (
    <li className="card">
      <h2>{shop.name}</h2>
      <p className="muted">
        {shop.area} · applied {formatDateTime(application.appliedAt)}
      </p>
      <p>{shop.description}</p>
      <p>
        {shopkeeper.name}, <a href={`mailto:${shopkeeper.email}`}>{shopkeeper.email}</a>
        {shopkeeper.phone && (
          <>
            , <a href={`tel:${shopkeeper.phone}`}>{shopkeeper.phone}</a>
          </>
        )}
      </p>
      <form action={submitApproval}>
        <input type="hidden" name="shopkeeperId" value={shopkeeper.shopkeeperId} />
        <SubmitButton label={`Approve ${shop.name}`} pendingLabel="Approving…" />
      </form>
      <RejectionForm shopkeeperId={shopkeeper.shopkeeperId} shopName={shop.name} />
    </li>
  );
}
