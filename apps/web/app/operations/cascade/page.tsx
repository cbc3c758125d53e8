import { count } from "@org/commands/words";
import type { Metadata } from "next";
import Link from "next/link";
import { env } from "#src/env.ts";
import { log } from "#src/log.ts";
import styles from "#src/operations/cascade/cascade.module.css";
import { readCascadeSubject } from "#src/operations/cascade/cascade-path.ts";
import { CascadeTree, DeliveryItem } from "#src/operations/cascade/cascade-tree.tsx";
import { type FoundCascade, findCascade } from "#src/operations/cascade/find-cascade.ts";
import { sizesOf } from "#src/operations/cascade/folding.ts";
import { FoldingChoice } from "#src/operations/cascade/folding-choice.tsx";
import { PersonalValues } from "#src/operations/cascade/personal-values.tsx";
import { deadLetterPath } from "#src/operations/dead-letter-view.ts";
import { SubjectForm } from "#src/operations/subject-form.tsx";
import { When } from "#src/operations/when.tsx";
import { requireRole } from "#src/session/current-person.ts";
import { mohallaMart } from "#src/stores.ts";

export const metadata: Metadata = { title: "What followed" };

export default async function CascadePage({ searchParams }: PageProps<"/operations/cascade">) {
  const { id: operatorId } = await requireRole("admin");
  const given = await searchParams;
  const asked = [given.about].flat()[0];
  const personal = [given.personal].flat()[0] === "show";
  const unfolded = [given.unfolded].flat()[0] === "all";
  const read = asked === undefined ? undefined : await readCascadeSubject(asked, mohallaMart().orders);
  const about = read && "subject" in read ? read.subject : undefined;
  if (about !== undefined && personal)
    log.warn({ about, askedBy: operatorId }, "personal values of a cascade were asked for");
  return (
    <div className="page">
      <h1>What followed</h1>
      <SubjectForm name="about" label="From which order, person or event" asked={asked} maxLength={200} />
      {read && "mistake" in read && <p className="notice bad">{read.mistake}</p>}
      {about !== undefined && <CascadeOf about={about} shown={{ personal, unfolded }} />}
    </div>
  );
}

interface CascadeOfProps {
  about: string;
  shown: { personal: boolean; unfolded: boolean };
}

async function CascadeOf({ about, shown }: CascadeOfProps) {
  const found = await findCascade(about, shown);
  const { began = "", deliveries, strays } = found;
  const sizes = sizesOf(found);
  if (found.count + deliveries.length + strays.length === 0)
    return <p className="notice">Nothing about {about} is kept.</p>;
  return (
    <>
      {found.mistake && (
        <p className="notice bad" role="status">
          {found.mistake} This is what the store knows: runs only where they failed or are still looked for,
          and no steps.
        </p>
      )}
      {!found.complete && <p className="notice">There is more than is shown: these are the latest.</p>}
      <PersonalValues about={about} shown={shown.personal} />
      {found.count > 0 && (
        <section className="card" aria-labelledby="tree">
          <h2 id="tree">
            {count(found.count, "event")}, since <When at={began} />
          </h2>
          <FoldingChoice about={about} lines={sizes.lines} shown={shown} />
          <CascadeTree
            tree={found}
            sizes={sizes}
            began={began}
            unfolded={shown.unfolded}
            runPage={env.ENGINE_RUN_URL}
          />
        </section>
      )}
      {strays.length > 0 && <Strays strays={strays} />}
      {deliveries.length > 0 && <LooseMessages deliveries={deliveries} began={began} />}
    </>
  );
}

function Strays({ strays }: Pick<FoundCascade, "strays">) {
  return (
    <section className="card" aria-labelledby="strays">
      <h2 id="strays">Failed runs whose events are not kept</h2>
      <ul>
        {strays.map(({ runId, workflow, failedAt }) => (
          <li key={runId}>
            <Link href={deadLetterPath({ runId })}>{workflow}</Link>, <When at={failedAt} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function LooseMessages({ deliveries, began }: Pick<FoundCascade, "deliveries"> & { began: string }) {
  return (
    <section className="card" aria-labelledby="messages">
      <h2 id="messages">Messages of no run that is known</h2>
      <ul className={styles.tree}>
        {deliveries.map((delivery) => (
          <DeliveryItem key={delivery.key} delivery={delivery} began={began || delivery.recordedAt} />
        ))}
      </ul>
    </section>
  );
}
