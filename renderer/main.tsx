// Puts the app into the window. Refuses anything else: no logic, no data.
import './data/zodSetup.ts';
import './styles/tokens.css';
import './styles/base.css';
import './styles/print.css';
import { CSPProvider } from '@base-ui/react/csp-provider';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { refuseDrops } from './data/refuseDrops.ts';
import { tellCopies } from './data/tellCopies.ts';

refuseDrops();
tellCopies();
const root = document.getElementById('root');
if (root) createRoot(root).render(<StrictMode><CSPProvider disableStyleElements><App /></CSPProvider></StrictMode>);
