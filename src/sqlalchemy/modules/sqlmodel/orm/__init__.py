from sqlmodel.orm import session
