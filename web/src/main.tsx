// Starts the explorer: loads the schema and the graph, restores what the address says, draws.
import { render } from 'preact';
import { App } from './components/App.tsx';
import './styles/fonts.css';
import './styles/base.css';
import './styles/layout.css';
import './styles/panel.css';
import './styles/views.css';
import './styles/dialogs.css';

const page = document.getElementById('app')!;
page.replaceChildren();
render(<App />, page);
