#include "ui/window/unlockdialog.h"

#include "models/opendatabase.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace squall::ui {

using namespace Qt::StringLiterals;

UnlockDialog::UnlockDialog(models::OpenDatabase &database, QWidget *parent)
    : QDialog(parent)
    , m_database(database)
    , m_name(new QLineEdit(this))
    , m_error(new QLabel(this))
    , m_unlock(new QPushButton(tr("Allow changes"), this))
{
    constexpr int margin = 20;
    constexpr int width = 420;
    setObjectName(u"unlockDialog"_s);
    setWindowTitle(tr("Production"));
    setMinimumWidth(width);

    auto *title = new QLabel(tr("Allow changes for ten minutes"), this);
    auto bold = title->font();
    bold.setBold(true);
    title->setFont(bold);
    auto *explanation =
        new QLabel(tr("This is a production database. It is read-only, by the server's own hand, until you "
                      "type its name: %1")
                       .arg(database.databaseName()),
                   this);
    explanation->setWordWrap(true);
    explanation->setTextFormat(Qt::PlainText);
    m_name->setObjectName(u"unlockName"_s);
    m_name->setAccessibleName(tr("Name of the database"));
    m_name->setPlaceholderText(tr("Name of the database"));
    m_error->setObjectName(u"unlockError"_s);
    m_error->setWordWrap(true);
    m_error->setTextFormat(Qt::PlainText);
    m_error->hide();
    m_unlock->setObjectName(u"unlockButton"_s);
    m_unlock->setProperty("primary", true);
    m_unlock->setDefault(true);

    auto *buttons = new QDialogButtonBox(this);
    buttons->addButton(m_unlock, QDialogButtonBox::ActionRole);
    buttons->addButton(tr("Stay read-only"), QDialogButtonBox::RejectRole);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin, margin, margin);
    for (QWidget *part : {static_cast<QWidget *>(title), static_cast<QWidget *>(explanation),
                          static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_error)})
        layout->addWidget(part);
    layout->addWidget(buttons);

    connect(m_unlock, &QPushButton::clicked, this, &UnlockDialog::unlock);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_name, &QLineEdit::textEdited, m_error, &QWidget::hide);
    connect(&database, &QObject::destroyed, this, &QDialog::reject);
    m_name->setFocus();
}

void UnlockDialog::unlock()
{
    if (const auto unlocked = m_database.unlockWriting(m_name->text()); !unlocked) {
        m_error->setText(unlocked.error().message + u' ' + unlocked.error().hint);
        m_error->show();
        m_name->selectAll();
        m_name->setFocus();
        return;
    }
    accept();
}

} // namespace squall::ui
