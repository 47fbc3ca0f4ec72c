// One question a page: the shape of the first run and of unlocking. Refuses a second question.
import './question.css';
import { useEffect, useRef, type ReactNode } from 'react';

/** A centred page with the product's name, a heading, and one form whose first field takes the focus (the heading where there is none). */
export function Question({ appName, title, lead, step, onSubmit, children, foot, aside, focusHeading = true }: { appName: string; title: string; lead?: ReactNode; step?: string | undefined; onSubmit?: (() => void) | undefined; children?: ReactNode; foot?: ReactNode; aside?: ReactNode; focusHeading?: boolean }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const page = useRef<HTMLElement>(null);
  // The first field, where there is one: the page was opened to be filled in.
  useEffect(() => {
    if (focusHeading) (page.current?.querySelector<HTMLElement>('.question__body input:not([type=hidden]):not([aria-hidden=true]), .question__body textarea') ?? heading.current)?.focus();
  }, [title, focusHeading]);
  const body = <>{children}{foot ? <div className="question__foot">{foot}</div> : null}</>;
  return (
    <div className="question-page">
      <header className="question__brand">{appName}</header>
      <main className="question" ref={page}>
        <div className="question__head">
          {step ? <p className="quiet small">{step}</p> : null}
          <h1 tabIndex={-1} ref={heading}>{title}</h1>
          {lead ? <div className="question__lead">{lead}</div> : null}
        </div>
        {onSubmit ? <form className="question__body" noValidate onSubmit={(event) => { event.preventDefault(); onSubmit(); }}>{body}</form> : <div className="question__body">{body}</div>}
      </main>
      {aside ? <footer className="question__aside">{aside}</footer> : null}
    </div>
  );
}
