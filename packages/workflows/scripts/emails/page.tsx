import { renderToStaticMarkup } from "react-dom/server";
import type { EmailTemplate } from "../../src/testing/email-templates.ts";

export interface PreviewPageProps {
  templates: readonly EmailTemplate[];
  /** The one that is shown; absent when there is none at all. */
  open: EmailTemplate | undefined;
  /** Its plain-text form. */
  text: string | undefined;
  /** As wide as a phone rather than as the window. */
  isNarrow: boolean;
}

/** The whole document. */
export function previewPage(props: PreviewPageProps): string {
  return `<!doctype html>${renderToStaticMarkup(<PreviewPage {...props} />)}`;
}

function PreviewPage({ templates, open, text, isNarrow }: PreviewPageProps) {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{open ? `${open.component} · Emails` : "Emails"}</title>
        <link rel="stylesheet" href="/style.css" />
        <script type="module" src="/@vite/client" />
      </head>
      <body>
        <TemplateList templates={templates} open={open} isNarrow={isNarrow} />
        {open ? (
          <Shown template={open} text={text} isNarrow={isNarrow} />
        ) : (
          <main>There is no template.</main>
        )}
      </body>
    </html>
  );
}

function TemplateList({ templates, open, isNarrow }: Omit<PreviewPageProps, "text">) {
  const products = [...new Set(templates.map(productOf))];
  return (
    <nav aria-label="Templates">
      {products.map((product) => (
        <section key={product}>
          <h2>{product}</h2>
          <ul>
            {templates
              .filter((template) => productOf(template) === product)
              .map((template) => (
                <li key={template.name}>
                  <a
                    href={addressOf(template, isNarrow)}
                    aria-current={template.name === open?.name ? "page" : undefined}
                  >
                    {template.name.slice(product.length + 1).replaceAll("-", " ")}
                  </a>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  );
}

function Shown({
  template,
  text,
  isNarrow,
}: { template: EmailTemplate } & Omit<PreviewPageProps, "templates" | "open">) {
  return (
    <main>
      <header>
        <h1>{template.component}</h1>
        <code>packages/workflows/src/{template.name}-email.tsx</code>
        <div className="widths">
          <a href={addressOf(template, true)} aria-current={isNarrow ? "true" : undefined}>
            Phone
          </a>
          <a href={addressOf(template, false)} aria-current={isNarrow ? undefined : "true"}>
            Desktop
          </a>
        </div>
      </header>
      <iframe
        className={isNarrow ? "narrow" : undefined}
        sandbox="allow-popups"
        src={`/html/${template.name}`}
        title="The email as its reader sees it"
      />
      <details>
        <summary>Plain text</summary>
        <pre>{text}</pre>
      </details>
    </main>
  );
}

function productOf({ name }: EmailTemplate): string {
  return name.split("/")[0] ?? "";
}

function addressOf({ name }: EmailTemplate, isNarrow: boolean): string {
  return `/?${new URLSearchParams({ template: name, ...(isNarrow ? { width: "phone" } : {}) })}`;
}
