// Tabs over the library: arrows move, one panel at a time. Refuses to keep hidden panels alive,
// because each holds a client's text.
import './tabs.css';
import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';
import { Steady } from './Steady.tsx';

export type Tab<V extends string> = { readonly value: V; readonly label: string; readonly count?: number | undefined };

/** The row of tabs and its panel share one root so that the library binds them. `beside` stands at the end of the row. */
export function TabbedRoom<V extends string>({ label, tabs, value, onChange, above, beside, children }: { label: string; tabs: readonly Tab<V>[]; value: V; onChange: (value: V) => void; above: ReactNode; beside: ReactNode; children: ReactNode }) {
  return (
    <Base.Root className="tabbed" value={value} onValueChange={(next: V) => onChange(next)}>
      <div className="tabbed__head">
        {above}
        <div className="tabs__row">
          <Base.List className="tabs" aria-label={label}>
            {tabs.map((tab) => (
              <Base.Tab key={tab.value} value={tab.value} className="tabs__tab">
                <Steady words={tab.label} />{tab.count ? <span className="tabs__count nums">{tab.count}</span> : null}
              </Base.Tab>
            ))}
          </Base.List>
          {beside}
        </div>
      </div>
      <Base.Panel value={value} className="tabbed__panel" key={value} tabIndex={-1}>{children}</Base.Panel>
    </Base.Root>
  );
}
