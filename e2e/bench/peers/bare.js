// A plain contenteditable: the floor under every editor.
const blocks = await (await fetch('/blocks.json')).json();
const root = document.querySelector('#root');
root.contentEditable = 'true';
root.append(...blocks.map(({ heading, text }) => Object.assign(document.createElement(heading ? 'h2' : 'p'), { textContent: text })));
