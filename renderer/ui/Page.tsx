// A page of the frame: one heading, acts at its right, content below. Refuses a page without a heading.
import './frame.css';
import type { ReactNode } from 'react';

/** `form` narrows the page to the width of a form. */
export function Page({ title, acts, form = false, children }: { title: string; acts?: ReactNode; form?: boolean; children: ReactNode }) {
  return (
    <div className={form ? 'page page--form' : 'page'}>
      <div className="page__head"><h1>{title}</h1>{acts ? <div className="page__acts">{acts}</div> : null}</div>
      {children}
    </div>
  );
}

/** A box of related things under one heading. */
export function Panel({ title, acts, children }: { title: string; acts?: ReactNode; children: ReactNode }) {
  return (
    <section className="panel" aria-label={title}>
      <div className="panel__head"><h2>{title}</h2>{acts ? <div className="page__acts">{acts}</div> : null}</div>
      {children}
    </section>
  );
}
