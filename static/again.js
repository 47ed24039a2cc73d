// A page that asks again after a form was refused takes the place of that form in the history:
// “back” then asks for the page, and never whether the form is to be sent once more.
history.replaceState(history.state, "", location.href);
