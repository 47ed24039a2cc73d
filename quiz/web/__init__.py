"""What knows Flask: one blueprint a room, their forms and guards."""
